"""Instruments and roles that a return says by their words: what is typed beside them was not written to leave."""

from __future__ import annotations

INSTRUMENTS = frozenset({
    "accordion", "acoustic guitar", "app", "bagpipe", "banjo", "baritone", "bass", "bass guitar", "bassoon", "beatbox",
    "beatboxing", "bell", "body percussion", "boomwhacker", "brass", "cajon", "cello", "chime bar", "clarinet",
    "classical guitar", "computer", "controller", "cornet", "cymbal", "daw", "deck", "dhol", "dholak", "digital",
    "djembe", "dj", "dj deck", "djing", "double bass", "drum", "drum kit", "drum machine", "electric guitar",
    "electronics", "euphonium", "eye gaze", "fiddle", "fife", "flute", "french horn", "gamelan", "glockenspiel",
    "guitar", "hand bell", "handbell", "handchime", "harmonica", "harmonium", "harp", "horn", "ipad", "keyboard",
    "keyboards", "kit", "launchpad", "laptop", "loop station", "looper", "mandolin", "marimba", "microphone",
    "music technology", "oboe", "ocarina", "organ", "oud", "p-bone", "p-buzz", "percussion", "piano", "piccolo",
    "production", "rap", "recorder", "samba", "sampler", "saxophone", "sequencer", "singing", "sitar", "soundbeam",
    "steel pan", "string", "switch", "synth", "synthesiser", "synthesizer", "tabla", "tablet", "taiko", "tambourine",
    "technology", "tenor horn", "tin whistle", "trombone", "trumpet", "tuba", "turntable", "tuned percussion",
    "ukulele", "viola", "violin", "vocal", "voice", "whistle", "woodwind", "xylophone",
})  # fmt: skip
"""In one case and of one; with an s behind them they are known too."""

ROLES = frozenset({
    "access support worker", "accompanist", "apprentice", "artist", "assistant", "assistant leader", "assistant tutor",
    "bsl interpreter", "carer", "class support", "class teacher", "co-leader", "coordinator", "co-ordinator", "dj",
    "facilitator", "helper", "instrumental teacher", "instructor", "interpreter", "key worker", "lead", "lead artist",
    "leader", "learning support assistant", "lsa", "mentor", "music leader", "music teacher", "music therapist",
    "music tutor", "musician", "nurse", "one-to-one support", "parent", "pastoral support", "personal assistant",
    "play worker", "practitioner", "producer", "project manager", "rapper", "senco", "session leader", "singer",
    "singing leader", "support", "support artist", "support in the room", "support musician", "support staff",
    "support worker", "ta", "teacher", "teaching assistant", "technician", "trainee", "tutor", "visiting artist",
    "vocal coach", "vocal leader", "volunteer", "workshop leader", "young leader", "youth worker",
})  # fmt: skip
"""What people of a team do, in one case."""


def is_among(words: str, known: frozenset[str]) -> bool:
    """Whether that is what was typed, in any case, of one or of several."""
    said = " ".join(words.split()).casefold()
    return said in known or said.removesuffix("s") in known
