// Cut into slices by the characters they hold: a browser fetches those that the page needs and that no font of
// its machine has. Only to be imported on demand: the list of slices is long.
import "@fontsource-variable/noto-sans-sc/wght.css";
