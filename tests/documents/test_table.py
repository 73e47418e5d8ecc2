"""Tables are told from documents by what stands in their first lines."""

import pytest

from prodops_cli.documents.table import divided_by

TABLES = {
    "id,name,owner\nmiro,Miro,anna\n": "commas",
    'id,name\nmiro,"Miro, the board"\n': "commas",
    "id,name,url\nmiro,Miro,https://miro.com: good\n": "commas",
    "id;name\r\nmiro;Miro\r\n": "semicolons",
    "id\tname\nmiro\tMiro\n": "tabs",
    "| id | name |\n|---|---|\n| miro | Miro |\n": "bars",
    "Tool name,Cost (EUR)\nmiro,3\n\nasana,4\n": "commas",
}
DOCUMENTS = (
    "",
    "id: miro\nname: Miro, the board\n",
    "- id: miro\n  tags: [a, b]\n",
    "- a, b\n- c, d\n",
    "{id: miro,\n name: Miro}\n",
    "# one, two\nid: miro\n",
    "---\nid: miro\n",
    "miro, asana\n",
    "one, two\nand three\n",
)


@pytest.mark.parametrize("text", TABLES)
def test_a_table_is_told(text: str) -> None:
    assert divided_by(text) == TABLES[text]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_a_document_is_none(text: str) -> None:
    assert divided_by(text) == ""
