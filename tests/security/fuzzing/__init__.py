"""Inputs that nobody would write, made from what people and programs do write, and what may come of them."""
