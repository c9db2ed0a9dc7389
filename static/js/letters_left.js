// Counts the letters that may still be written, from the first letter on; the form's own sentence
// says the limit to whoever has no JavaScript.
const SPOKEN_AFTER = 1000; // milliseconds without a letter: nobody wants every number read aloud

function counterOf(field) {
  const shown = document.createElement("p");
  shown.className = "field__help";
  shown.setAttribute("aria-hidden", "true");
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  field.after(shown, spoken);
  return { shown, spoken };
}

for (const field of document.querySelectorAll("textarea[data-letters]")) {
  let counter;
  let waiting;
  field.addEventListener("input", () => {
    counter ??= counterOf(field);
    const left = Number(field.dataset.letters) - Array.from(field.value).length;
    const words = left < 0 ? field.dataset.over : field.dataset.left;
    const number = Math.abs(left).toLocaleString(document.documentElement.lang);
    counter.shown.textContent = words.replace("{number}", number);
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      counter.spoken.textContent = counter.shown.textContent;
    }, SPOKEN_AFTER);
  });
}
