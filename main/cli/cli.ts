/** Placeholder for the command line. */
console.log(process.argv.slice(2).join(" "));
