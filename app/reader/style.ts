// The built notebook uses the frame's style sheets, so that nothing moves when the frame replaces it.
import "@observablehq/inputs/dist/index.css";
import "../design/tokens.css";
import "../frame/frame.css";
import "../frame/published.css";
import "../stage/slide-controls.css";
import "./reader.css";
