// Keeps the progress of an import up to date; without it the page offers a link to look again.
const SECONDS_BETWEEN = 2;
const SECONDS_AT_MOST = 60;

const area = document.querySelector("[data-import-progress]");
let seconds = SECONDS_BETWEEN;

async function ask() {
  const response = await fetch(area.dataset.importProgress, { credentials: "same-origin" });
  if (!response.ok) {
    throw new Error(`The progress was not told: ${response.status}`);
  }
  return response.json();
}

function show(progress) {
  const bar = area.querySelector("progress");
  bar.max = progress.total;
  bar.value = progress.done;
  area.querySelector("[data-import-progress-text]").textContent = progress.text;
}

async function update() {
  let busy = true;
  try {
    const progress = await ask();
    seconds = SECONDS_BETWEEN;
    busy = progress.busy;
    show(progress);
  } catch {
    // The network or the server may come back: ask again, but less and less often.
    seconds = Math.min(seconds * 2, SECONDS_AT_MOST);
  } finally {
    if (busy) {
      window.setTimeout(update, seconds * 1000);
    } else {
      window.location.reload();
    }
  }
}

if (area) {
  window.setTimeout(update, SECONDS_BETWEEN * 1000);
}
