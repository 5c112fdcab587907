"""A return as a hub writes it: the file of one table that tests add, and break."""

HUB = """
id = "our-hub"
version = "1"
label = "Our hub’s return"
about = "What our hub asks."
source = "Our hub"
[[tables]]
table = "totals"
title = "In short"
"""
