# Six plain column charts by gnuplot: what a plotting program draws without prose, page or captions.
set terminal pdfcairo size 8.27in,11.69in font "Lato,8"
set output ARG1
set style fill solid
set boxwidth 0.66
set multiplot layout 3,2
do for [chart=1:6] {
    plot '+' using (column(0)):((int(column(0))*37+chart*61)%97) every ::0::23 with boxes notitle
}
unset multiplot
