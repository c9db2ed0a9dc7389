"""Asks axe-core what on a page keeps people from using it."""

from django.conf import settings
from playwright.sync_api import Page

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_violations(page: Page, within: str = "html") -> list[str]:
    """A line for each violation: rule, element, reason. The page needs a context past its CSP.

    `within` leaves out what stands around it, such as the menus that Wagtail draws.
    """
    page.evaluate(AXE.read_text())
    result = page.evaluate(
        """([within, rules]) => axe.run(
            within === "html" ? document : within, {runOnly: {type: "tag", values: rules}}
        )""",
        [within, RULES],
    )
    return [
        f"{violation['id']}: {node['target'][0]}: {node['failureSummary'].splitlines()[1].strip()}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
