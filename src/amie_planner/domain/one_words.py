"""Words that look as if they were put together, and are one: no name is looked for in their parts.

What a music leader writes of devices, programs, styles, songs and roles, as it is written.
"""

from __future__ import annotations

import re

ONE_WORDS = (
    "ALNCo", "SENCo", "SENDCo",
    "AirDrop", "AirPlay", "AirPod", "AppleTV", "BandCamp", "BandLab", "BeatBox", "BigMack", "BoomWhacker",
    "ChromeBook", "ClassDojo", "DrumKit", "DropBox", "FaceTime", "FruityLoops", "GarageBand", "GoTalk",
    "GoPro", "HiFi", "HiHat", "HipHop", "JackTrip", "LaunchPad", "LinkedIn", "LoFi", "LoopStation", "MaKey",
    "MacBook", "MacDonald", "MacOS", "MainStage", "McDonald", "MixCloud", "MuseScore", "MusicFirst", "NoteFlight",
    "OneDrive", "OneNote", "PlayStation", "PowerPoint", "ProTools", "QuickTime", "SciFi", "SharePoint", "SingUp",
    "SmartMusic", "SonicPi", "SoundBeam", "SoundCloud", "SoundTrap", "TalkingMat", "ThumbJam", "TikTok", "TouchChat",
    "VoiceOver", "WeTransfer", "WhatsApp", "WiFi", "WordPress", "YouTube", "YouTuber",
    "eBay", "eBow", "iCloud", "iMac", "iMovie", "iOS", "iPad", "iPhone", "iPlayer", "iPod", "iRig", "iTunes", "macOS",
)  # fmt: skip
_BEGINS = "(?:(?<![A-Za-z])|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]))"
IN_ONE_WORD = re.compile(f"{_BEGINS}(?:{'|'.join(ONE_WORDS)})s?(?![a-z])")
"""Where one of them stands, also in a longer word and with an -s; there is none in iPadma and BENSENCo."""
