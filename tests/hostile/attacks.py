"""What people type to break a site, and what comes from a broken program; each of a kind."""

from __future__ import annotations

SCRIPTS = (
    "<script>window.__attacked=1</script>",
    "<img src=x onerror=window.__attacked=1>",
    '"><svg onload=window.__attacked=1>',
    "' onmouseover='window.__attacked=1",
    "</title></textarea></style></script><script>window.__attacked=1</script>",
    "]]></script><script>window.__attacked=1</script><![CDATA[",
    "<!--<script>window.__attacked=1</script>-->",
    "<a href=javascript:window.__attacked=1>here</a>",
    "javascript:window.__attacked=1",
    "<iframe srcdoc='<script>parent.__attacked=1</script>'>",
    "<base href=https://attack.example.net/>",
    "<meta http-equiv=refresh content=0;url=https://attack.example.net/>",
)
TEMPLATES = ("{{ 7*191 }}", "{% include 'main.html' %}", "${7*191}", "{0.__class__}", "%(id)s", "{view}")
MARKDOWN = (
    "[here](javascript:window.__attacked=1)",
    "[here](data:text/html,<script>window.__attacked=1</script>)",
    "[here](//attack.example.net/)",
    "![here](https://attack.example.net/x.png)",
    "[here][1]\n\n[1]: javascript:window.__attacked=1",
    "<javascript:window.__attacked=1>",
    "[here](vbscript:x)",
    "[here](\x6aavascript&#58;window.__attacked=1)",
    "`<script>window.__attacked=1</script>`",
)
FORMULAS = ('=HYPERLINK("https://attack.example.net/","here")', "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|'/C calc'!A0")
LINES = (
    "one\ntwo",
    "one\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "one\n::error file=README.md,line=1::hello",
    "one ##[error]hello",
    'one\n,two\n"three',
    "one;two,three\\nfour",
    "]]>",
    "one\n\n---\n\ntwo: three",
)
PATHS = ("../../../etc/passwd", "/etc/passwd", "..", ".", "con", "a/b", "a\\b", "%2e%2e%2f", "one.json", "-rf", "~root", "index")
LETTERS = (
    "\u202egnp.exe",
    "\u2066one\u2069",
    "one\u200btwo",
    "\u0007\u001b[31mred",
    "\u009b31m",
    "\ufdd0",
    "\ufeffone",
    "\ud83d\ude00",
    "e\u0301" * 20,
    "\u0627\u0644\u0639",
    "\u00a0",
    "\u2028one",
    "I\u0307\u0130\u0131\u017f\u00df",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
)
LARGE = (
    "a" * 20_000,
    "a " * 10_000,
    "](" * 3_000,
    "[" * 3_000,
    "*" * 3_000,
    "## a\n\n" * 2_000,
    "- " * 500,
    "> " * 500,
    "(" * 3_000,
    "&amp;" * 2_000,
)
ADDRESSES = (
    "https://a.nl:99999/",
    "https://1.2.3/",
    "https://xn--a.example/",
    "https://user:pass@example.org/",
    'https://example.org/"onclick="x',
    "https://example.org/%zz?a=<b>",
    "http://[::1]/",
    "mailto:a@b.nl?bcc=c@d.nl",
    "data:text/html,x",
    "file:///etc/passwd",
    "tel:+31715165165",
    f"https://{'a' * 64}.nl/",
)
YAML = (
    "&a",
    "*a",
    "!!python/object:os.system",
    "<<",
    "{a: b}",
    "[a, b]",
    "- a",
    "a: b",
    "? a",
    "|",
    ">",
    "%YAML 1.1",
    "---",
    "...",
    "#",
    "@",
    "`",
    "'",
    '"',
    "yes",
    "0123",
    "1e400",
    "12:30",
    "2020-02-30",
    ".nan",
    "~",
)
ALL = (*SCRIPTS, *TEMPLATES, *MARKDOWN, *FORMULAS, *LINES, *PATHS, *LETTERS, *LARGE, *ADDRESSES, *YAML)
TYPED = (
    "=1+1 ' onmouseover='window.attacked=1 \" autofocus onfocus=\"window.attacked=1 --> <img src=x onerror=window.attacked=1 //",
    "@SUM(1) one\nEND:VEVENT\nBEGIN:VEVENT ; two, three %(id)s </script <script src=//attack.example.net/x",
)
"""What no check refuses: it may be meant as it stands, as far as a text goes."""
