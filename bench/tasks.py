"""How long the thread of a page worked on one task, as the browser's own trace tells."""

from playwright.sync_api import Page

CATEGORIES = "devtools.timeline,toplevel"
NAMES = ("RunTask", "ThreadControllerImpl::RunTask")
THREAD = "CrRendererMain"


class Tasks:
    """Traces a page from now on."""

    def __init__(self, page: Page):
        self.page, self.events, self.is_complete = page, [], False
        self.session = page.context.new_cdp_session(page)
        self.session.on("Tracing.dataCollected", lambda data: self.events.extend(data["value"]))
        self.session.on("Tracing.tracingComplete", lambda _data: self._finish())
        self.session.send(
            "Tracing.start", {"categories": CATEGORIES, "transferMode": "ReportEvents"}
        )

    def longest(self) -> float:
        """Milliseconds of processor time; the trace ends here."""
        self.session.send("Tracing.end")
        while not self.is_complete:
            self.page.wait_for_timeout(50)
        threads = {
            (event["pid"], event["tid"])
            for event in self.events
            if event["name"] == "thread_name" and event["args"]["name"] == THREAD
        }
        work = (
            event.get("tdur", 0) / 1000
            for event in self.events
            if event["name"] in NAMES and (event["pid"], event["tid"]) in threads
        )
        return max(work, default=0)

    def _finish(self) -> None:
        self.is_complete = True
