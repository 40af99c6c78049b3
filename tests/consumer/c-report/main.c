/* Asks the report library for a report of something that is no report document. */
#include <brukerplan/brukerplan_report.h>
#include <stdio.h>

int main(void) {
    bplan_report_output* output = NULL;
    printf("refused: %d\n", (int)bplan_report_render_html("{}", 2, NULL, &output, NULL));
    bplan_report_output_free(output);
    return 0;
}
