"""What is put into files that somebody wrote: grammar, patterns, and a profile with every key."""

from __future__ import annotations

TOKENS = (
    *(b"[", b"]", b"{", b"}", b"- ", b"? ", b": ", b", ", b"'"),
    *(b'"', b"|\n", b">-\n", b"\n", b"  ", b"\t", b"\r", b"# "),
    *(b"&a ", b"*a", b"<<: ", b"!t ", b"!!python/object/apply:os.system ", b"---\n", b"...\n", b"%YAML 1.1\n", b"~"),
    *(b"\\ud800", b"\\U0010ffff", b"\\U99999999", b"\\x1b[31m", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3"),
    *(s.encode() for s in ("é", "\x85", "\u2028", "\u202e", "🙂", "\u0301" * 20, "[[", "]]")),
    *(b"true", b"no", b"0.5", b"-1", b"1e9", b"9" * 400, b"nan"),
    *(b"https://", b"javascript:alert(1)", b"<img onerror>"),
    *(b"id: a\n", b"  id: b\n", b"kind: near", b"kind: pattern"),
    *(b"kind: recognizer", b"trained: 'true'", b"origin: imported"),
)  # fmt: skip
PATTERNS = (
    *("(a+)+$", "(?=x)", "(?<!x)", r"(a)\1", "a++", r"\X", "a{1001}"),
    *("((a{100}){100}){100}", "x*", r"\bécole\b", "(?i)É"),
    *(r"\w+\d{2,}", r"\pL+", r"\p{Greek}", r"[^\x00-\x{10FFFF}]"),
    *("[[:alpha:]]", "(?P<n>a)", "(a|", ")", "[b-a]", "a{,5}"),
    *("|".join(["mot"] * 120), ".{0,900}fin", r"(\pL{1,30} ){1,30}"),
    *(r"\C", "(?s).", "^", "$", "a" * 501, "\\\\", r"\Qa.b\E"),
)  # fmt: skip

PROFILE = """
name: Novassur
display_name: Novassur SA
own_names: [Novassur, "Luméo", Orange]
own_names_file: names.txt
competitors: [Polmera]
official_accounts: ["@novassur"]
project_code_names: [Mistral]
public_facts: ["https://novassur.example/annonce"]
protected_topics: [syndicat]
sealed_terms: [s1-0123456789abcdef01234567]
regulated: insurance
public_sector: "false"
countries: [FR, BE]
policy_url: https://novassur.example/charte
guide_url: https://novassur.example/guide
contact: communication@novassur.example
""".encode()
