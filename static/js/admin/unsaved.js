// Asks before a page with words that are not saved is left. Wagtail's own guard looks at a form two
// seconds after it is there, and misses what was typed before.
const form = document.querySelector("form[data-unsaved]");
let isSent = false;

function isTouched(field) {
  if (field.type === "checkbox") {
    return field.checked !== field.defaultChecked;
  }
  return "defaultValue" in field && field.value !== field.defaultValue;
}

if (form) {
  form.addEventListener("submit", () => {
    isSent = true;
  });
  window.addEventListener("beforeunload", (event) => {
    // What was refused stands in the form as if it had always been there.
    const isKept = form.dataset.unsaved === "true";
    if (!isSent && (isKept || Array.from(form.elements).some(isTouched))) {
      event.preventDefault();
    }
  });
}
