"""What was learned from our own corpus: how a passage is read, and the heads that judge it; see server/training."""
