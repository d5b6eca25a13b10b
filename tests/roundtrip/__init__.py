"""A round trip to judge the parser by: numbers are drawn for a form, printed as real reports print them, and read back.

`shapes` says what a form is made of, `standard` and `annexes` hold the forms row by row, as the notices give them;
`drawing` draws numbers whose sums hold (or breaks one), `rendering_html` and `rendering_text` print them with the
faults of the real world, `oracle` counts in how many ways a run of digits can be read. Nothing here looks at how the
parser reads a table.
"""
