"""How a browser learns the key without anybody pasting it: the small program it starts, and the manifests that name it.

The program gives out port and key, to our extension only. No text of a person ever passes through it.
"""
