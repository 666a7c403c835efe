// Styles of the Mantine components that a first screen shows, and no others: they are part of every page and the
// first paint waits for them. The other components in use have theirs in `mantine-part-styles.ts`. The `layer`
// files lose against CSS modules.
import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/global.layer.css";
import "@mantine/core/styles/UnstyledButton.layer.css";
import "@mantine/core/styles/Loader.layer.css";
import "@mantine/core/styles/Button.layer.css";
import "@mantine/core/styles/CloseButton.layer.css";
import "@mantine/core/styles/ActionIcon.layer.css";
import "@mantine/core/styles/Skeleton.layer.css";
