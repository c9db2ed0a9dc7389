"""Asks axe-core what on a page keeps people from using it."""

from django.conf import settings
from playwright.sync_api import Page

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["cat.color"]


def axe_violations(page: Page, within: str = "html", *, rules: list[str] = RULES) -> list[str]:
    """A line for each violation: rule, element, reason.

    `within` leaves out what stands around it, such as the menus that Wagtail draws.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    result = page.evaluate(
        """([within, rules]) => axe.run(
            within === "html" ? document : within,
            {runOnly: {type: "tag", values: rules}, resultTypes: ["violations"]}
        )""",
        [within, rules],
    )
    return [
        f"{violation['id']}: {node['target'][0]}: {node['failureSummary'].splitlines()[1].strip()}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
