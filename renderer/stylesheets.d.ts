/** What the bundler makes of stylesheets: plain ones take effect, modules give their class names. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  // biome-ignore lint/style/noDefaultExport: the bundler's own form for CSS modules
  export default classes;
}
declare module '*.css' {}
