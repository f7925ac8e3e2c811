// Loaded into every child of `npm start`: a child whose parent was killed ends too, so that its port is free again.
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
