// The sheets of the frame set the notebook as it was built, too: it must not move when it comes alive.
import "@observablehq/inputs/dist/index.css";
import "../design/tokens.css";
import "../frame/frame.css";
import "../frame/published.css";
import "../stage/slide-controls.css";
import "./reader.css";
