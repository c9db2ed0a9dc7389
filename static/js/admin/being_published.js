// Shows when what was accepted has become public; without it the page offers a link to look again.
const SECONDS_BETWEEN = 3;
const SECONDS_AT_MOST = 60;
const MARK = "[data-being-published]";
const AREA = "[data-refreshed]"; // what is put anew; where there is none, the whole page is

let seconds = SECONDS_BETWEEN;

async function presentPage() {
  const response = await fetch(window.location.href, { credentials: "same-origin" });
  if (!response.ok) {
    throw new Error(`The page was not told: ${response.status}`);
  }
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function marks(page) {
  return page.querySelectorAll(MARK).length;
}

function show(page) {
  const area = document.querySelector(AREA);
  const anew = page.querySelector(AREA);
  if (!area || !anew) {
    window.location.reload();
  } else if (!area.contains(document.activeElement)) {
    // Who is at a link with the keyboard keeps it, and sees the news a little later.
    area.replaceChildren(...anew.childNodes);
  }
}

async function update() {
  try {
    const page = await presentPage();
    seconds = SECONDS_BETWEEN;
    if (marks(page) !== marks(document)) {
      show(page);
    }
  } catch {
    // The network or the server may come back: ask again, but less and less often.
    seconds = Math.min(seconds * 2, SECONDS_AT_MOST);
  }
  lookAgain();
}

function lookAgain() {
  if (marks(document) > 0) {
    window.setTimeout(update, seconds * 1000);
  }
}

lookAgain();
