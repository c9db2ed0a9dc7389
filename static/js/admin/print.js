// The button that prints the page; it is the browser's own menu for whoever has no JavaScript.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
