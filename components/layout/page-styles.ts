// What every page needs. Each layout imports it, not the root: there it would be sent once more with every page,
// for the page of an unknown address.
import "./mantine-styles";
import "./tokens.css";
import "./base.css";
