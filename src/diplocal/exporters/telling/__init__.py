"""What a timeline tells its readers, once for every format that is read: fragments, and cards in sections.

`fragments` are words and what they are: of others, fixed, struck through, a link. `teller` says dates, names and fixed
words; `entries`, `evidence` and `masthead` what there is to tell; `cards` puts it in the order of reading. How a
fragment is written, and where the parts of a card stand, each format decides for itself.
"""
