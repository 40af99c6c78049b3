using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Brukerplan.Tests")]
