// “Show more” below the wall: the people of the next page join those that are there. The pages stay
// below it, and so does the foot of the site: what comes by itself while somebody reads on ends
// after a few times, until the button is pressed again.
const list = document.querySelector("[data-wall]");
const more = document.querySelector("[data-wall-more]");
const button = document.querySelector("[data-wall-button]");
const status = document.querySelector("[data-wall-status]");
const BY_ITSELF = 2; // pages, after one that was asked for
const NEAR = "600px";

const calm =
  navigator.connection?.saveData ||
  matchMedia("(prefers-reduced-data: reduce)").matches ||
  matchMedia("(prefers-reduced-motion: reduce)").matches;
let left = 0;
let isFetching = false;

function nextLink() {
  return document.querySelector('.pagination [rel="next"]');
}

async function fetchPage(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

async function showMore(isAsked) {
  const address = nextLink()?.href;
  if (isFetching || !address) return;
  isFetching = true;
  more.setAttribute("aria-busy", "true");
  try {
    append(await fetchPage(address), address, isAsked);
  } catch {
    status.textContent = status.dataset.failed;
    left = 0;
  }
  more.removeAttribute("aria-busy");
  isFetching = false;
}

function append(page, address, isAsked) {
  const places = [...page.querySelectorAll("[data-wall] > li")];
  // Who was published meanwhile has moved others down a page: nobody stands here twice.
  const fresh = places.filter((place) => !document.getElementById(place.id));
  fresh.forEach((place) => (place.dataset.page = address));
  list.append(...fresh);
  document.querySelector(".pagination").replaceWith(page.querySelector(".pagination"));
  status.textContent = page.querySelector("[data-wall-shown]").textContent;
  history.replaceState(null, "", address);
  button.hidden = !nextLink();
  if (isAsked) fresh[0]?.querySelector("a").focus({ preventScroll: true });
}

// Whoever comes back finds the page, and on it the person, from where they went.
list.addEventListener("click", (event) => {
  const place = event.target.closest("a") && event.target.closest("li");
  if (!place) return;
  const address = new URL(place.dataset.page ?? start);
  address.hash = place.id;
  history.scrollRestoration = "manual";
  history.replaceState(null, "", address);
});

function comeBack() {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (place?.parentElement !== list) return;
  place.scrollIntoView({ block: "center" });
  place.querySelector("a").focus({ preventScroll: true });
}

const start = location.href.split("#")[0];
if (more && nextLink()) {
  more.hidden = false;
  button.addEventListener("click", () => {
    left = calm ? 0 : BY_ITSELF;
    showMore(true);
  });
  const watch = new IntersectionObserver(
    (seen) => {
      if (left > 0 && !isFetching && seen.some((each) => each.isIntersecting)) {
        left -= 1;
        showMore(false);
      }
    },
    { rootMargin: NEAR },
  );
  watch.observe(more);
}
addEventListener("pageshow", comeBack, { once: true });
