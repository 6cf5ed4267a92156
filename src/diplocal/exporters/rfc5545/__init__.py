"""iCalendar's syntax (RFC 5545), written and read: content lines, what escapes a text, and time zones.

Nothing here knows an entry or a timeline; which properties these have is decided in `exporters.ical` and `feed`.
"""
