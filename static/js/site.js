// What the public pages gain with JavaScript; every one of them works without it.
import "./menu.js";
import "./zoom.js";
import "./cover.js";
import "./year_sliders.js";
import "./letters_left.js";
import "./refused.js";
import "./map_opener.js";
