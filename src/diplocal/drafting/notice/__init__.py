"""What stands in a notice: the words of its sentences, people, places and days, and what they announce."""
