"""RE2 as rule authors use it: linear time, Unicode classes, silent on bad patterns. The only importer of re2."""

from porte_parole.linear_regex.pattern_set import PatternSet, compile_pattern
from porte_parole.linear_regex.syntax import MAX_PATTERN, BadPattern, with_unicode_classes

__all__ = ["MAX_PATTERN", "BadPattern", "PatternSet", "compile_pattern", "with_unicode_classes"]
