"""Where things stand in a text: sentences, clauses, words, whom they are about. What to say is left to the rules."""
