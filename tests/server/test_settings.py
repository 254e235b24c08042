from __future__ import annotations

import pytest

from porte_parole.errors import UsageError
from porte_parole.settings import ServiceOrigin, extension_ids_from, identity, service_origin_from

ID = "abcdefghijklmnopabcdefghijklmnop"


class TestServiceOrigin:
    @pytest.mark.parametrize(
        ("text", "origin", "spelled"),
        [
            ("https://pp.example", ServiceOrigin("pp.example", 443), "https://pp.example"),
            ("https://pp.example:443", ServiceOrigin("pp.example", 443), "https://pp.example"),
            ("HTTPS://PP-a.Example:8443", ServiceOrigin("pp-a.example", 8443), "https://pp-a.example:8443"),
            ("https://intranet:1", ServiceOrigin("intranet", 1), "https://intranet:1"),
            ("https://10.1.2.3:65535", ServiceOrigin("10.1.2.3", 65535), "https://10.1.2.3:65535"),
        ],
    )
    def test_an_address_has_one_spelling(self, text: str, origin: ServiceOrigin, spelled: str) -> None:
        assert service_origin_from(text) == origin
        assert str(origin) == spelled

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "https://",
            "http://porte-parole.example",
            "porte-parole.example",
            "https://porte-parole.example/",
            "https://porte-parole.example/v1",
            "https://porte-parole.example?x",
            "https://porte-parole.example#x",
            "https://user@porte-parole.example",
            "https://porte-parole.example:",
            "https://porte-parole.example:0",
            "https://porte-parole.example:0443",
            "https://porte-parole.example:65536",
            "https://porte-parole.example.",
            "https://.example",
            "https://*.example",
            "https://a..b",
            "https://-a.example",
            "https://[::1]",
            "https://é.example",
            "https://\u212aelvin.example",
            "https://a b",
            " https://porte-parole.example",
            "https://porte-parole.example\n",
            "https://" + "a" * 300,
        ],
    )
    def test_anything_else_is_refused(self, text: str) -> None:
        with pytest.raises(UsageError, match="https://host"):
            service_origin_from(text)


class TestExtensionIds:
    def test_the_published_id_is_always_there(self) -> None:
        assert extension_ids_from("") == {identity().chrome_id}
        assert extension_ids_from(f" {ID} ,") == {identity().chrome_id, ID}

    @pytest.mark.parametrize("text", ["*", "[a-p]{32}", ID[:-1], ID + "a", ID.upper(), ID[:-1] + "q", f"{ID} {ID}"])
    def test_a_pattern_is_no_id(self, text: str) -> None:
        with pytest.raises(UsageError, match="exact Chrome IDs"):
            extension_ids_from(text)
