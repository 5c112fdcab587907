"""Paper: a plan goes in, the bytes of an accessible document come out.

Nothing here reads a clock, a setting or a leader's file.
"""
