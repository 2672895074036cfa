"""The post beside a name, without the surname that it is called by."""

from __future__ import annotations

import pytest

from exporter.document.posts import post_beside


@pytest.mark.parametrize(
    ("name", "office", "printed"),
    [
        ("章书铭", "章局长", "局长"),
        ("游志豪", "游副處長", "副處長"),
        ("欧阳明", "欧阳主任", "主任"),
        ("林强", "林业局局长", "林业局局长"),
        ("章书铭", "章书铭局长", "章书铭局长"),
        ("章书铭", "市水利局局长", "市水利局局长"),
        (None, "章局长", "章局长"),
    ],
)
def test_a_surname_is_not_said_again_beside_the_name(
    name: str | None, office: str, printed: str
) -> None:
    assert post_beside(name, office) == printed
