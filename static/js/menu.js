// The folded menu closes with Escape and gives the focus back to its summary.
const fold = document.querySelector(".menu__fold");
fold?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && fold.open) {
    fold.open = false;
    fold.querySelector("summary").focus();
  }
});
