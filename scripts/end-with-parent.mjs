// Loaded into the program before its own code: if the process that started it is killed outright, the program is
// told to stop, as by Ctrl-C, and does not run on unseen.
process.once('disconnect', () => process.kill(process.pid, 'SIGINT'))
process.channel?.unref()
