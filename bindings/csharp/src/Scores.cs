using System;
using Brukerplan.Interop;

namespace Brukerplan
{
    /// <summary>Which answers about many assessments are wanted. Fewer are found faster.</summary>
    [Flags]
    public enum ScoreParts
    {
        /// <summary>None: only the number of unreadable rows.</summary>
        None = 0,
        /// <summary>Classes.</summary>
        Classes = 1,
        /// <summary>Points.</summary>
        Points = 2,
        /// <summary>Numbers of assessed domains.</summary>
        Answered = 4,
        /// <summary>Reasons for no class.</summary>
        Reasons = 8,
        /// <summary>All of them.</summary>
        All = 15
    }

    /// <summary>
    /// The scores of many assessments: an array for each answer that is wanted, with an element for each row, and
    /// null for the others. May be used again for as many rows. One thread at a time while it is being filled.
    /// </summary>
    public sealed class Scores
    {
        /// <summary>Makes room for a number of rows.</summary>
        /// <exception cref="ArgumentOutOfRangeException">A negative number.</exception>
        public Scores(int rows, ScoreParts parts = ScoreParts.All)
        {
            if (rows < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(rows));
            }
            Rows = rows;
            Classes = (parts & ScoreParts.Classes) != 0 ? new IndexClass[rows] : null;
            Points = (parts & ScoreParts.Points) != 0 ? new int[rows] : null;
            Answered = (parts & ScoreParts.Answered) != 0 ? new sbyte[rows] : null;
            Reasons = (parts & ScoreParts.Reasons) != 0 ? new NoClassReason[rows] : null;
        }

        /// <summary>Number of rows.</summary>
        public int Rows { get; private set; }

        /// <summary>Classes.</summary>
        public IndexClass[] Classes { get; private set; }

        /// <summary>Points; 0 without a class, and in a scheme without points.</summary>
        public int[] Points { get; private set; }

        /// <summary>Numbers of assessed domains.</summary>
        public sbyte[] Answered { get; private set; }

        /// <summary>Why there is no class.</summary>
        public NoClassReason[] Reasons { get; private set; }

        /// <summary>Number of rows in which a number is no rating.</summary>
        public long Unreadable { get; private set; }

        internal delegate int Fills(ref NativeScoreColumns columns, out long unreadable, ref NativeError error);

        internal static Scores ForRows(Scores into, int rows)
        {
            if (into != null && into.Rows != rows)
            {
                throw new ArgumentException("The scores have room for another number of rows.", nameof(into));
            }
            return into ?? new Scores(rows);
        }

        internal unsafe Scores Fill(Fills function)
        {
            fixed (IndexClass* classes = Classes)
            fixed (int* points = Points)
            fixed (sbyte* answered = Answered)
            fixed (NoClassReason* reasons = Reasons)
            {
                var columns = new NativeScoreColumns
                {
                    StructSize = (uint)sizeof(NativeScoreColumns),
                    Classes = classes,
                    Points = points,
                    Answered = answered,
                    Reasons = reasons
                };
                var error = NativeError.Create();
                long unreadable;
                Call.Check(function(ref columns, out unreadable, ref error), ref error);
                Unreadable = unreadable;
            }
            return this;
        }
    }
}
