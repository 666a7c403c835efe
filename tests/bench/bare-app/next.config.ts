import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // It is built away from our own files (they would be taken for its own), beside a link to our packages.
  turbopack: { root: "/" },
};

export default config;
