// Two sliders beside the plain fields for years: each only writes into its field, and follows it.
const group = document.querySelector("[data-year-sliders]");

function connect(slider, sliders) {
  const field = document.getElementById(slider.dataset.yearSlider);
  const atRest = slider.defaultValue;
  const follow = () => {
    // What is no year leaves the slider at rest: a browser would put it in the middle.
    slider.value = /^\d{4}$/.test(field.value.trim()) ? field.value.trim() : atRest;
  };
  follow();
  field.addEventListener("input", follow);
  // A page that one goes back to gets its fields filled after this has run.
  window.addEventListener("pageshow", follow);
  slider.addEventListener("input", () => {
    // The first year never passes the last one.
    const [first, last] = sliders;
    if (Number(first.value) > Number(last.value)) {
      slider.value = slider === first ? last.value : first.value;
    }
    field.value = slider.value === atRest ? "" : slider.value;
  });
}

if (group) {
  const sliders = [...group.querySelectorAll("[data-year-slider]")];
  sliders.forEach((slider) => connect(slider, sliders));
  group.hidden = false;
}
