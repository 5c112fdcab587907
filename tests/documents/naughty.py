"""Five hundred strings that break software which takes text for more than text: our own list, always the same."""

from __future__ import annotations

from itertools import product

_WORDS = "Oh {} yes"

_TAGS = (
    "<b>", "</b>", "<b", "<b>bold", "a<b>c", "<i>", "<u>", "<para>", "</para>", "<para", "<br>", "<br/>",
    "<a>", "</a>", "<font size=900>", '<font color="white">', "<font face='x'>", "<super>", "<sub>",
    "<bullet>", "<seq id='a'/>", "<onDraw name='open'/>", "<evalString>1+1</evalString>",
    "<index item='a'/>", "<unichar code='1'/>", "<greek>a</greek>", "<strike>", "<span style='color:red'>",
    "<script>", "<script>alert(1)</script>", "</script>", "<style>*{display:none}</style>", "<!--", "-->",
    "<!-- open", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<!DOCTYPE html>",
    "<!ENTITY x SYSTEM 'file:///etc/hostname'>", "<svg onload=alert(1)>", "<iframe src='/'>",
    "<object data='/'>", "<embed src='/'>", "<form action='/'>", "<input autofocus onfocus=alert(1)>",
    "<meta http-equiv=refresh>", "<base href='/'>", "<link rel=stylesheet href='/x.css'>", "<title>",
    "</title>", "<body onload=alert(1)>", "</body>", "</html>", "<table><tr><td>", "</td></tr></table>",
    "<li>", "<h1>", "</main>", "<textarea>", "<plaintext>", "<xmp>", "<noscript>", "<template>", "<math>",
    "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>", "< b >", "<>", "</>", "<<b>>",
    "<b/><", "&lt;b&gt;", "<\tb>", "<b\n>", "<B>", "<BR", "<a href=", "<a href='",
)  # fmt: skip
_PLACES = (
    "/etc/hostname", "/etc/passwd", "file:///etc/hostname", "../../../../etc/hostname", "~/.bashrc",
    "C:\\boot.ini", "\\\\server\\share\\a.png", "http://127.0.0.1/a.png", "https://example.org/a.png",
    "//example.org/a.png", "javascript:alert(1)", "data:text/html,<b>", "mailto:a@example.org", "tel:999",
    "ftp://example.org/a",
)  # fmt: skip
_POINTING = (
    '<img src="{}"/>', "<img src={}>", '<a href="{}">press</a>', "<link href='{}'>x</link>", "url({})",
    "![a]({})", "[press]({})", '\\includegraphics{{{}}}', "{{%include '{}' %}}", "{}",
)  # fmt: skip
_ENTITIES = (
    "&", "&&", "& ", "&amp;", "&amp;amp;", "&lt;", "&gt;", "&#60;", "&#x3c;", "&#0;", "&#xd800;",
    "&#x1f600;", "&nbsp;", "&notanentity;", "&lt", "&;", "&#;", "&#x;", "a&b", "%26", "%3Cb%3E",
    "\\u003cb\\u003e", "\\x3cb\\x3e", "+ADw-b+AD4-",
)  # fmt: skip
_CODE = (
    "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "\t=1", "%s",
    "%d%n", "%(x)s", "{0}", "{}", "{x.__class__}", "${x}", "#{x}", "{{7*7}}", "<%= 7 %>", "$(id)", "`id`",
    "; ls", "| cat", "' OR 1=1 --", '"; DROP TABLE plans; --', "\\", "\\\\", "\\n", "\\0", "\\(", "(", ")",
    "((", "))", "()", ") Tj ET", "(a) Tj", "<41> Tj", "<</A 1>>", ">>", "<<", "[", "]", "endobj",
    "endstream", "%%EOF", "stream", "1 0 obj", "/URI", "/JS (app.alert(1))", "BT", "EMC", "/P BDC",
    "%PDF-1.4", "null", "None", "undefined", "NaN", "True", "0", "-0", "1e309", "0x7f", "\u2212\u00b9",
    "*bold*", "_it_", "# head", "- list", "1. list", "> quote", "```", "---", "|a|b|", "~~x~~", "http://x",
    ":smile:",
)  # fmt: skip
_CONTROLS = (
    *(chr(at) for at in range(0x20) if at not in (0x09, 0x0A, 0x0D)),
    "\x7f",
    "\x80",
    "\x84",
    "\x85",
    "\x9b",
    "\x9f",
)
_ENDS = ("\t", "\n", "\r", "\r\n", "\n\r", "\n\n\n", "\x0b", "\x0c", "\u2028", "\u2029")
_ANSI = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://x\x07link\x1b]8;;\x07",
    "\x1b[2J",
    "\x9b31m",
    "\x1b(0",
    "\x1b]0;title\x07",
)
_UNSEEN = (
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180e", "\u200b", "\u200c", "\u200d",
    "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2061", "\u2063",
    "\u2066", "\u2067", "\u2068", "\u2069", "\u206a", "\u206f", "\u3164", "\ufe00", "\ufe0e", "\ufe0f",
    "\ufeff", "\uffa0", "\ufff9", "\ufffa", "\ufffb", "\ufffc", "\ufffd", "\ufdd0", "\ufffe", "\uffff",
    "\U0001d173", "\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100", "\U0001ffff", "\U0010ffff",
    "\ue000", "\U000f0000",
)  # fmt: skip
HALVES = ("\ud800", "\udbff", "\udc00", "\udfff", "\ud83d", "\ude00", "\ude00\ud83d")
"""Of characters: no record holds one, but a text may come with one."""
_SPACES = (
    "\u00a0", "\u1680", "\u2000", "\u2003", "\u2009", "\u200a", "\u202f", "\u205f", "\u3000", "   ",
    "\u2800",
)  # fmt: skip
_SCRIPTS = (
    "Łukasz Nguyễn", "ŵ ŷ Ŵ Ŷ", "Ελένη Παπαδοπούλου", "Наталья Їжак", "Հայերեն", "ქართული", "عربي نص تجربة",
    "محمد علي 123", "שָׁלוֹם עולם", "עברית and English", "עברית (12) [a] {b}", "فارسی ۱۲۳",
    "اردو پنجابی ٹیسٹ", "كُلُّ", "لا إله", "ﷺ ﷽", "هههههههه", "हिन्दी क्षत्रिय", "বাংলা", "தமிழ்", "తెలుగు",
    "ಕನ್ನಡ", "മലയാളം", "සිංහල", "ไทยก็ได้", "ลาว ລາວ", "ខ្មែរ", "မြန်မာ", "བོད་", "ਪੰਜਾਬੀ", "ગુજરાતી",
    "ଓଡ଼ିଆ", "李小龙", "繁體中文", "日本語のテキスト", "カタカナ ｶﾀｶﾅ", "한국어 텍스트", "ㅎㅏㄴ", "ዳዊት", "ᚠᚢᚦ", "ᏣᎳᎩ",
    "ᐃᓄᒃᑎᑐᑦ",
    "ⴰⵎⴰⵣⵉⵖ", "ߒߞߏ", "𐍈𐍉", "𓀀𓁐", "𒀀𒁀", "𝄞 𝄢 ♭ ♯ ♮", "𝕳𝖊𝖑𝖑𝖔", "Ｈｅｌｌｏ", "ⒽⒺⓁⓁⓄ", "ʇxəʇ", "ﬁ ﬂ ﬃ", "ß ẞ ſ",
    "İ i I ı", "Ǆ ǅ ǆ", "㐀㐁 𠀀", "⼀⼁", "½ ⅓ ¾", "№ ™ ℠ ℅", "← → ↔ ⇒", "✓ ✗ ☐ ☑",
    "“quotes” ‘single’ „low“ «»", "… – — ‑ ‐", "€ £ ¥ ₿", "µ Ω Å", "∑ ∫ √ ∞ ≠", "⠓⠑⠇⠇⠕",
)  # fmt: skip
_EMOJI = (
    "🎵", "🎵🥁🚀", "👩🏾‍🎤", "👨‍👩‍👧‍👦", "🇬🇧", "🇬", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣", "#️⃣", "❤️‍🔥", "❤︎", "☺️", "👍🏽", "🏽",
    "👁️‍🗨️", "🏳️‍🌈", "🏳️‍⚧️", "🧑🏿‍🦽", "🫠🫨", "🧏🏻‍♀️", "🦻", "👩‍", "‍👩", "👩‍‍👩", "🇬🇧🇬🇧🇬", "🤟🏾🤟", "🎹" * 40,
    "©️ ®️ ™️", "🅰️", "㊗️",
)  # fmt: skip
_STACKS = (
    "Z̷̢̛a̵l͎̦g̶o̸", "e\u0301", "\u0301e", "a" + "\u0300" * 50, "\u0300" * 50, "n\u0303\u0303", "ạ̈", "ệ",
    "각", "\u1100\u1161\u11a8", "ก็็็็็็็็็็", "ด้้้้้็็็็็", "़ा", "क्" * 30, "مُّ" * 20, "שּׁ" * 20,
    "x\u20dd", "A\u030a Å Å", "q\u0323\u0307 q\u0307\u0323", "\u0903\u093e",
)  # fmt: skip
_LONG = (
    "w" * 300, "w" * 20_000, "long " * 4_000, "\n".join("x" * 2_000), "i." * 2_000, "李" * 2_000,
    "م" * 1_000, "e\u0301" * 1_000, "🎵" * 500, "<" * 2_000, "&" * 2_000, "(" * 2_000, "a\u00ad" * 2_000,
    "a\u200b" * 2_000, "-" * 3_000, "—" * 3_000, "/" * 3_000, "\u202e" * 500 + "x", "محمد Ada 12 " * 100,
    "שלום (a) " * 100,
)  # fmt: skip

_AMONG = ("a{}b", "{}a", "a{0} {0}", "שלום {} abc")
_MADE = (
    *_TAGS,
    *(_POINTING[n % len(_POINTING)].format(place) for n, place in enumerate(_PLACES * 4)),
    *_ENTITIES,
    *_CODE,
    *(_AMONG[n % 4].format(one) for n, one in enumerate((*_CONTROLS, *_UNSEEN, *_SPACES))),
    *(f"one{end}two" for end in _ENDS),
    *_ANSI,
    *_SCRIPTS,
    *_EMOJI,
    *_STACKS,
    *_LONG,
)
_MORE = (_WORDS.format(f"{one}{other}") for one, other in product(_TAGS[:20], (*_EMOJI[:3], *_ENTITIES[:9])))

STRINGS: tuple[str, ...] = tuple(dict.fromkeys((*_MADE, *_MORE)))[:500]
"""Each once. None is blank, and none is longer than a field may hold."""

FEW = (
    "raw <b>bold", "</para>", '<img src="/etc/hostname"/>', "<a href='javascript:alert(1)'>press</a>",
    "&amp; & &#60; &lt", "<!-- open", "</main></body>", ") Tj ET EMC", "\\(\\)\\", "%s {0} ${x}",
    '=HYPERLINK("http://x","y")', "\x1b[31mred\x1b[0m", "a\0b\x07c\x7f", "a\u202eb\u2066c\u200bd\ufeff",
    "a\U000e0041b\ufdd0c\ufffe", "one\r\ntwo\u2028three", "Łukasz Nguyễn Наталья ŵ", "عربي (12) and English",
    "שָׁלוֹם [a] עולם", "李小龙 日本語 한국어", "👩🏾‍🎤 🇬🇧 1️⃣ 👨‍👩‍👧‍👦", "ዳዊት 𝄞 𓀀 㐀 \ue000",
    "a" + "\u0300" * 50 + " ก็็็็", "w" * 2_000, "long " * 400,
)  # fmt: skip
"""Twenty-five, one of each kind of trouble, for every run."""
