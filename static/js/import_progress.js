// Keeps the progress of an import up to date; without it the page offers a link to look again.
const SECONDS_BETWEEN = 2;

const area = document.querySelector("[data-import-progress]");

async function update() {
  const response = await fetch(area.dataset.importProgress, { credentials: "same-origin" });
  if (!response.ok) {
    return;
  }
  const progress = await response.json();
  if (!progress.busy) {
    window.location.reload();
    return;
  }
  const bar = area.querySelector("progress");
  bar.max = progress.total;
  bar.value = progress.done;
  area.querySelector("[data-import-progress-text]").textContent = progress.text;
  window.setTimeout(update, SECONDS_BETWEEN * 1000);
}

if (area) {
  window.setTimeout(update, SECONDS_BETWEEN * 1000);
}
