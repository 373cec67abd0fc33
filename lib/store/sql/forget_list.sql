SELECT token FROM forgotten
