// The row of portraits walks by itself: slowly, until somebody pauses it, and not at all for those
// who have asked their device for less motion. Who has passed is taken out, so that a day of it
// needs no more memory than a minute.
const section = document.querySelector("[data-procession]");
const track = document.querySelector("[data-procession-track]");
const walkButton = document.querySelector("[data-procession-walk]");
const fullButton = document.querySelector("[data-procession-full]");
const nextLink = document.querySelector("[data-procession-next]");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const SECONDS_FOR_A_WIDTH = 18; // of the row
const LONGEST_STEP = 0.1; // seconds; a tab that was hidden does not jump

let walks = false;
let place = 0;
let last = 0;
let next = nextLink.href;
let isFetching = false;

function setWalking(on) {
  walks = on;
  place = track.scrollLeft;
  walkButton.textContent = on ? walkButton.dataset.pause : walkButton.dataset.walk;
  if (on) requestAnimationFrame((now) => ((last = now), step(now)));
}

function step(now) {
  if (!walks) return;
  const seconds = Math.min((now - last) / 1000, LONGEST_STEP);
  last = now;
  place += (track.clientWidth / SECONDS_FOR_A_WIDTH) * seconds;
  track.scrollLeft = place;
  dropPassed();
  if (track.scrollWidth - place < track.clientWidth * 3) fetchNext();
  requestAnimationFrame(step);
}

function dropPassed() {
  const [first, second] = track.children;
  if (!second || first.contains(document.activeElement)) return;
  const width = second.offsetLeft - first.offsetLeft;
  if (place < width) return;
  first.remove();
  place -= width;
  track.scrollLeft = place;
}

async function fetchNext() {
  if (isFetching) return;
  isFetching = true;
  try {
    const answer = await fetch(next);
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    track.append(...page.querySelector("[data-procession-track]").children);
    next = page.querySelector("[data-procession-next]").href;
  } catch {
    await new Promise((wake) => setTimeout(wake, 5000)); // The row stands still meanwhile.
  }
  isFetching = false;
}

walkButton.hidden = false;
walkButton.addEventListener("click", () => setWalking(!walks));
if (document.fullscreenEnabled) {
  fullButton.hidden = false;
  fullButton.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else section.requestFullscreen();
  });
}
track.addEventListener("focusin", () => setWalking(false));
calm.addEventListener("change", () => setWalking(!calm.matches));
setWalking(!calm.matches);
