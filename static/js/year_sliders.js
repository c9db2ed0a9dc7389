// Two sliders beside the plain fields for years: each only writes into its field, and follows it.
const group = document.querySelector("[data-year-sliders]");

function connect(slider, sliders) {
  const field = document.getElementById(slider.dataset.yearSlider);
  const atRest = slider.value;
  const follow = () => {
    slider.value = field.value || atRest;
  };
  follow();
  field.addEventListener("input", follow);
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
