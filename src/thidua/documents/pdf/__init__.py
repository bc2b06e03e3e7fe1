"""Papers as PDF/A-2b, drawn by typst with the fonts of this package and no other."""
