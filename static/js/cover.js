// Who has chosen to see a covered photograph sees the others of this visit too. The choice stays in
// this tab and is sent to nobody; where the browser keeps nothing, each photograph asks for itself.
const KEY = "covered photographs are shown";
const show = document.querySelector("[data-cover-show]");
const again = document.querySelector("[data-cover-again]");

try {
  if (show && sessionStorage.getItem(KEY)) {
    location.replace(show.href);
  }
  show?.addEventListener("click", () => sessionStorage.setItem(KEY, "yes"));
  again?.addEventListener("click", () => sessionStorage.removeItem(KEY));
} catch {
  // The browser allows no storage: nothing is kept.
}
