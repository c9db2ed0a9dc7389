"""What a browser sends of a form on a screen of staff."""

from bs4 import BeautifulSoup


def filled_form(client, address: str) -> dict[str, list[str]]:
    """What a browser would send if nobody typed anything."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    values: dict[str, list[str]] = {}
    for field in page.select("form[method=POST i] :is(input, textarea, select)[name]"):
        if field.name == "select":
            chosen = [option["value"] for option in field.select("option[selected]")]
        elif field.get("type") in {"checkbox", "radio"}:
            chosen = [field.get("value", "on")] if field.has_attr("checked") else []
        else:
            chosen = [
                field.text.strip("\n") if field.name == "textarea" else field.get("value", "")
            ]
        values.setdefault(field["name"], []).extend(chosen)
    return values
