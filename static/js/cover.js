// Who has chosen to see a covered photograph sees the others of this visit too, in lists as well. The
// choice stays in this tab and is sent to nobody; where the browser keeps nothing, each page asks.
const KEY = "covered photographs are shown";
const page = document.querySelector("[data-cover-show]");
const choice = document.querySelector("[data-cover-show-all]");
const again = document.querySelectorAll("[data-cover-again]");
const frames = document.querySelectorAll("[data-covered]");
const covers = new Map();

function isChosen() {
  try {
    return sessionStorage.getItem(KEY) !== null;
  } catch {
    return false; // The browser allows no storage.
  }
}

function keep(chosen) {
  try {
    if (chosen) sessionStorage.setItem(KEY, "yes");
    else sessionStorage.removeItem(KEY);
  } catch {
    // The choice holds for this page alone.
  }
}

// The picture of a frame stands in a template, where a browser fetches nothing.
function showInLists(chosen) {
  for (const frame of frames) {
    if (!covers.has(frame)) covers.set(frame, [...frame.childNodes]);
    const picture = frame.querySelector("[data-cover-picture]");
    if (chosen && picture) frame.replaceChildren(picture.content.cloneNode(true));
    else if (!chosen) frame.replaceChildren(...covers.get(frame));
    frame.classList.toggle("collection-grid__frame--covered", !chosen);
  }
  if (!choice) return;
  choice.hidden = chosen;
  for (const button of again) button.hidden = !chosen;
}

function choose(chosen) {
  keep(chosen);
  if (!choice) return;
  showInLists(chosen);
  (chosen ? again[0] : choice).focus();
}

if (isChosen()) {
  if (page) location.replace(page.href);
  else showInLists(true);
}
for (const link of document.querySelectorAll("[data-cover-show]")) {
  link.addEventListener("click", () => keep(true));
}
choice?.addEventListener("click", () => choose(true));
for (const each of again) each.addEventListener("click", () => choose(false));
