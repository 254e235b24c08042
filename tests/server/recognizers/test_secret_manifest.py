from __future__ import annotations

import pytest

CASES = [
    "kind: Secret\ndata:\n  user: [[bGVhLm1hcnRpbg==]]\n  password: [[UzBsM2lsIVZlcnQ=]]\ntype: Opaque\n",
    "kind: Secret data: password: [[UzBsM2lsIVZlcnQ=]] metadata: name: app",
    'kind: "Secret"\nstringData:\n  password: "[[Tulipe99]]"\ntype: Opaque',
    "kind: Secret\ndata:\n  .dockercfg: |\n    [[eyJhdXRocyI6eyJyZWcuY29tIjoxfX0x]]\n",
    "kind: Secret\ndata:\n  flag: YmFyCg==\n  token: {{ token }}\n",
    "kind: SealedSecret\ndata:\n  password: UzBsM2lsIVZlcnQ=\n",
    "kind: ConfigMap\ndata:\n  password: UzBsM2lsIVZlcnQ=\n",
    "A kind: secret recipe",
]


@pytest.mark.parametrize("case", CASES)
def test_the_values_of_a_kubernetes_secret_are_seen(mark, case) -> None:
    assert mark("secret_manifest", case) == case
