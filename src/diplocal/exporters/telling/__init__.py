"""What a timeline tells its readers, once for every format that is read: fragments, and cards in sections.

`fragments` are words and what they are: of others, fixed, struck through, a link. `facts` is what saying them depends
on; `entries`, `evidence` and `masthead` say them; `cards` puts them in the order of reading. How a fragment is written,
and where the parts of a card stand, each format decides for itself.
"""
