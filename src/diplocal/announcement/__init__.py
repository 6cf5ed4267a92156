"""What an announcement says, as records: words, people, days and places, and the items that are made of them.

Drafting and the languages whose notices it reads hand them to each other.
"""
